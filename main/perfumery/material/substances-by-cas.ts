import type { Material } from './material.ts';

/** Single substances by each of their CAS numbers; where several have one, the first. */
export function substancesByCas(materials: Iterable<Material>): ReadonlyMap<string, Material> {
  const found = new Map<string, Material>();
  for (const material of materials) {
    if (material.kind !== 'synthetic' && material.kind !== 'solvent') continue;
    for (const cas of material.cas) if (!found.has(cas)) found.set(cas, material);
  }
  return found;
}
