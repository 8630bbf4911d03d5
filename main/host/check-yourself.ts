import { createRouterClient } from '@orpc/server';
import type { StudioClient } from '#contract/contract.ts';
import type { Core } from '#core';

/** Judges an example recipe through the very router a page uses, and says the verdict in one line. */
export async function checkYourself(core: Core): Promise<string> {
  const client: StudioClient = createRouterClient(core.router, {
    context: { transport: 'rest', sender: 'self-check' },
  });
  const { recipes, total } = await client.recipes.list({ limit: 500 });
  const chosen = recipes.find(({ isExample }) => isExample) ?? recipes[0];
  if (!chosen) return 'Self-check: the library opens, and has no recipe to judge yet.';
  const { formula, product } = await client.recipes.open({ recipeId: chosen.id });
  const { categories, amendment, dosage } = await client.safety.check({ formula, product });
  const verdict = categories.find(({ category }) => category === product.category)?.verdict ?? 'unknown';
  const name = chosen.name.en || chosen.name.ko;
  return `Self-check: "${name}", ${formula.lines.length} lines at ${dosage} % in category ${product.category}: ${verdict} (IFRA ${amendment}); ${total} recipes in the library.`;
}
