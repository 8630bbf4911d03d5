import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import type { StabilityAnswer } from '#perfumery/stability/assess-stability.ts';
import { refusals } from './errors.ts';
import { formulaShape, productShape, trialId } from './shapes.ts';

const tags = ['safety'];

export const safety = {
  /** The tables in force. The page judges every keystroke with them itself, by the same code. */
  regulation: oc
    .route({ method: 'GET', path: '/regulation', summary: 'The tables formulas are judged by', tags })
    .output(z.custom<Regulation>()),
  /** Judges a formula: 18 categories, EU law, allergens, contributors, fixes. */
  check: oc
    .route({ method: 'POST', path: '/safety/check', summary: 'Judge a formula', tags })
    .errors(refusals)
    .input(z.object({ formula: formulaShape, product: productShape }))
    .output(z.custom<SafetyAnswer>()),
  /** Judges a frozen trial as it is. */
  checkTrial: oc
    .route({ method: 'GET', path: '/trials/{trialId}/safety', summary: 'Judge a trial', tags })
    .errors(refusals)
    .input(z.object({ trialId }))
    .output(z.custom<SafetyAnswer>()),
  /** What a chemist would warn of: reactions, colour, crystals, haze; with amounts, sources and what to do. */
  stability: oc
    .route({ method: 'POST', path: '/safety/stability', summary: 'What a chemist would warn of', tags })
    .errors(refusals)
    .input(z.object({ formula: formulaShape, product: productShape }))
    .output(z.custom<StabilityAnswer>()),
};
