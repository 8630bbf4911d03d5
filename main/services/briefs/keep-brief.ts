import { type BriefFault, StudioError } from '#foundation/errors.ts';
import { type BriefId, newId } from '#foundation/ids.ts';
import type { Brief, BriefFacts } from '#perfumery/brief/brief.ts';
import { isDay } from '#perfumery/stock/maceration.ts';
import { parseDecimal } from '#perfumery/units/decimal.ts';
import type { BriefNeeds } from './brief-needs.ts';
import { getBrief } from './get-brief.ts';

const hundred = 100_000_000_000n;

/** Writes a new brief. */
export function addBrief(needs: BriefNeeds) {
  return (facts: BriefFacts): Brief => {
    const at = needs.now();
    return put(needs, { ...checkBrief(needs)(facts), id: newId(), revision: 1, created: at, updated: at });
  };
}

/** Replaces what a brief says. Refused when another window has changed it since `revision`. */
export function editBrief(needs: BriefNeeds) {
  return ({ briefId, revision, facts }: { briefId: BriefId; revision: number; facts: BriefFacts }): Brief => {
    const { created, revision: actual } = getBrief(needs)(briefId);
    if (actual !== revision) {
      throw new StudioError('brief.changed-elsewhere', { briefId, expected: revision, actual });
    }
    const checked = checkBrief(needs)(facts);
    return put(needs, { ...checked, id: briefId, revision: revision + 1, created, updated: needs.now() });
  };
}

function put(needs: BriefNeeds, brief: Brief): Brief {
  const isKept = needs.write(() => needs.briefs.put(brief));
  if (!isKept) {
    const actual = needs.briefs.find(brief.id)?.revision ?? 0;
    throw new StudioError('brief.changed-elsewhere', { briefId: brief.id, expected: brief.revision - 1, actual });
  }
  needs.announceDay({ what: 'briefs' });
  return brief;
}

/** Refuses a brief without a name, with a day that is none, or with limits that cannot be. */
function checkBrief({ hasMaterial }: Pick<BriefNeeds, 'hasMaterial'>) {
  return (facts: BriefFacts): BriefFacts => {
    const { deadline, limits } = facts;
    const name = facts.name.trim();
    if (!name) throw invalid('no-name');
    if (deadline !== undefined && !isDay(deadline)) throw invalid('deadline', deadline);
    const { costCeiling, highestDosage, forbidden } = limits;
    if (costCeiling && !((parseDecimal(costCeiling.perKilogram) ?? 0n) > 0n)) {
      throw invalid('ceiling', costCeiling.perKilogram);
    }
    const dosage = highestDosage === undefined ? hundred : (parseDecimal(highestDosage) ?? 0n);
    if (dosage <= 0n || dosage > hundred) throw invalid('dosage', highestDosage);
    for (const materialId of forbidden) {
      if (!hasMaterial(materialId)) throw new StudioError('material.not-found', { materialId });
    }
    const references = facts.references.map((one) => one.trim()).filter(Boolean);
    return { ...facts, name, references, limits: { ...limits, forbidden: [...new Set(forbidden)] } };
  };
}

function invalid(reason: BriefFault, text = ''): StudioError {
  return new StudioError('brief.invalid', { reason, text });
}
