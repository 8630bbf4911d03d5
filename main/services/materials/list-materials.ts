import type { MaterialNeeds } from './material-needs.ts';

/** Every material, shipped and own, archived ones included. */
export function listMaterials({ materials }: Pick<MaterialNeeds, 'materials'>) {
  return () => materials.all();
}
