import { evolveFormula, type PhysicsNeeds } from '#services/physics/evolve-formula.ts';
import type { Implementer } from './implementer.ts';

/** The physics of a perfume, behind the contract. */
export function physicsHandlers({ physics: on }: Implementer, needs: PhysicsNeeds) {
  return on.router({ evolve: on.evolve.handler(({ input, signal }) => evolveFormula(needs)(input, signal)) });
}
