import { type LotCompositionFault, StudioError } from '#foundation/errors.ts';
import { type CompositionId, type LotId, type MaterialId, newId } from '#foundation/ids.ts';
import { parseCas } from '#perfumery/material/cas.ts';
import type { CompositionOrigin, LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Constituent } from '#perfumery/material/material.ts';
import { mostOver, type Share } from '#perfumery/material/read-composition.ts';
import { isDay } from '#perfumery/stock/maceration.ts';
import { getMaterial } from '#services/materials/get-material.ts';
import type { CompositionNeeds } from './composition-needs.ts';
import { relayMaterial } from './relay-material.ts';

export interface CompositionToKeep {
  /** Present: replaces what was said of that lot. */
  readonly compositionId?: CompositionId;
  readonly materialId: MaterialId;
  readonly lotId?: LotId;
  readonly lot: string;
  readonly date?: string;
  readonly origin: CompositionOrigin;
  readonly shares: readonly Share[];
  /** Whether the material is judged by it from now on. */
  readonly isUsed: boolean;
}

type Needs = Pick<CompositionNeeds, 'compositions' | 'materials' | 'announce' | 'stock' | 'write' | 'now'>;

/** Keeps what a lot holds. Refuses a lot of another material, a day that is none, and shares that cannot be. */
export function keepComposition(needs: Needs) {
  return ({ compositionId, isUsed, shares, ...said }: CompositionToKeep): LotComposition => {
    const { compositions, stock, write, now } = needs;
    const { materialId, lotId, date, origin } = said;
    getMaterial(needs)(materialId);
    const before = compositionId && compositions.find(compositionId);
    if (compositionId && before?.materialId !== materialId)
      throw new StudioError('composition.not-found', { compositionId });
    if (lotId !== undefined && lotId !== before?.lotId && stock.lot(lotId)?.materialId !== materialId)
      throw new StudioError('lot.not-found', { lotId });
    const lot = (said.lot.trim() || (lotId && stock.lot(lotId)?.number)) ?? '';
    if (!lot) throw fault('no-lot', '');
    if (date !== undefined && !isDay(date)) throw fault('day', date);
    const composition: LotComposition = {
      id: compositionId ?? newId(),
      materialId,
      ...(lotId !== undefined && { lotId }),
      lot,
      ...(date !== undefined && { date }),
      origin,
      constituents: constituentsOf(shares, { origin, lot }),
      kept: now(),
    };
    write(() => {
      compositions.put(composition);
      if (isUsed) compositions.use(materialId, composition.id);
    });
    relayMaterial(needs)(materialId);
    return composition;
  };
}

function constituentsOf(
  shares: readonly Share[],
  { origin, lot }: Pick<LotComposition, 'origin' | 'lot'>,
): readonly Constituent[] {
  const method = origin === 'gc-ms' ? 'measured' : 'supplier';
  const seen = new Set<string>();
  const constituents = shares.map(({ cas, name, typical }): Constituent => {
    const parsed = parseCas(cas);
    if (!parsed.ok) throw fault('cas', cas);
    if (seen.has(parsed.cas)) throw fault('twice', parsed.cas);
    if (!(typical > 0 && typical <= 100)) throw fault('share', String(typical));
    seen.add(parsed.cas);
    return { cas: parsed.cas, name: name.trim() || parsed.cas, typical, method, source: lot };
  });
  const whole = constituents.reduce((sum, { typical }) => sum + typical, 0);
  if (whole > mostOver) throw fault('over-whole', `${Number(whole.toFixed(3))} %`);
  return constituents;
}

function fault(reason: LotCompositionFault, text: string): StudioError {
  return new StudioError('composition.invalid', { reason, text });
}
