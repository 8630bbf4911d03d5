/** @file What a formula may hold at all. Beyond these an amount is a slip of the hand, not perfumery. */
import { type Decimal, one } from '#perfumery/units/decimal.ts';

/** Lines in one formula. */
export const mostLines = 5000;
/** Parts on one line: a thousand million, so that a batch of 100 kg can still be written in milligrams. */
export const mostParts = (1_000_000_000n * one) as Decimal;
/** The strength of what is weighed neat, in %. */
export const neat = (100n * one) as Decimal;
