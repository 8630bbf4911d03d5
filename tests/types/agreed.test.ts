import { expectTypeOf, it } from 'vitest';
import type { Agreed } from '#contract/shapes.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';

it('the contract speaks perfumery’s own types, in both directions', () => {
  expectTypeOf<Agreed['line'][0]>().toExtend<Agreed['line'][1]>();
  expectTypeOf<Agreed['formula'][0]>().toExtend<Agreed['formula'][1]>();
  expectTypeOf<Agreed['product'][0]>().toExtend<Agreed['product'][1]>();
  expectTypeOf<Agreed['change'][0]>().toExtend<Agreed['change'][1]>();
  expectTypeOf<Agreed['material'][0]>().toExtend<Agreed['material'][1]>();
  expectTypeOf<Agreed['shelf'][0]>().toExtend<Agreed['shelf'][1]>();
  expectTypeOf<Agreed['line'][1]>().toExtend<Agreed['line'][0]>();
  expectTypeOf<Agreed['product'][1]>().toExtend<Agreed['product'][0]>();
});

it('ids of different nouns do not mix', () => {
  expectTypeOf<MaterialId>().not.toExtend<RecipeId>();
  expectTypeOf<string>().not.toExtend<MaterialId>();
});
