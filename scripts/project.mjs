/** @file Where things lie in this checkout. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const inProject = (...parts) => path.join(root, ...parts);

export const inModules = (...parts) => path.join(root, 'node_modules', ...parts);
