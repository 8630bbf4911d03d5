import type { AllergenFinding } from '#perfumery/safety/answer.ts';
import type { AllergenList } from '#perfumery/safety/regulation.ts';

export type Exposure = 'leave-on' | 'rinse-off';

/** Whether the finding has to be declared on a product that is left on, or rinsed off. */
export function isDeclared(finding: AllergenFinding, exposure: Exposure): boolean {
  return exposure === 'leave-on' ? finding.declareLeaveOn : finding.declareRinseOff;
}

/**
 * What the label has to say, largest share first. INCI names; on the Korean list the names of the MFDS notice, as a Korean
 * label has them. Entries that share one name are named once.
 */
export function labelText(list: AllergenList, findings: readonly AllergenFinding[], exposure: Exposure): string {
  const isKorean = list.key.startsWith('kr-');
  const entries = new Map(list.allergens.map((allergen) => [allergen.key, allergen]));
  const names = findings.flatMap((finding) => {
    const entry = isDeclared(finding, exposure) ? entries.get(finding.key) : undefined;
    return entry ? [isKorean ? entry.name.ko : entry.inci] : [];
  });
  return [...new Set(names)].join(', ');
}
