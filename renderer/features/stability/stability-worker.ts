/** @file Looks for what a chemist would warn of beside the page. One formula, one answer. */
import { assessStability } from '#perfumery/stability/assess-stability.ts';
import type { WholeFormula } from '#renderer/shared/whole-formula.ts';

self.onmessage = ({ data: { formula, product, accords, materials } }: MessageEvent<WholeFormula>) => {
  self.postMessage(assessStability(formula, { product, accords, materials: (id) => materials.get(id) }));
};
