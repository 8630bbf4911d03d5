import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';

const tags = ['search place'];
const line = z.string().trim().max(500);

/** Where search vectors lie. All but `folder` leave this machine. */
export const searchPlaceShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder') }),
  /** `s3://bucket/prefix`; `endpoint` for stores other than Amazon's. */
  z.object({ kind: z.literal('s3'), uri: line, endpoint: line.default(''), region: line.default('') }),
  /** `db://name` of LanceDB Cloud. */
  z.object({ kind: z.literal('cloud'), uri: line, region: line.default('') }),
]);
export type SearchPlace = z.output<typeof searchPlaceShape>;

/** Empty: the key that is kept. LanceDB Cloud has a secret alone. Never handed out. */
const keyShape = z.object({ id: line.default(''), secret: z.string().max(500).default('') });

const placeNowShape = z.object({
  place: searchPlaceShape,
  hasKey: z.boolean(),
  /** By the system's keychain, in a file only this account can read, or until the studio closes. */
  keyIsKept: z.enum(['system', 'file', 'session']),
});
export type SearchPlaceNow = z.output<typeof placeNowShape>;

const triedShape = z.object({
  /** Search tables that lie there already. */
  tables: z.int(),
  /** ms. */
  took: z.number(),
});

export const searchPlace = {
  read: oc
    .route({ method: 'GET', path: '/search/place', summary: 'Where search vectors lie', tags })
    .output(placeNowShape),
  /** Asks the place what it holds, writes an empty table and takes it away. Nothing of the library is sent. */
  try: oc
    .route({ method: 'POST', path: '/search/place/trial', summary: 'Try a place', tags })
    .errors(refusals)
    .input(z.object({ place: searchPlaceShape, key: keyShape.default({ id: '', secret: '' }) }))
    .output(triedShape),
  /** Moves the vectors. `isConfirmed`: the perfumer agreed that texts and vectors leave this machine. */
  keep: oc
    .route({ method: 'PUT', path: '/search/place', summary: 'Choose where search vectors lie', tags })
    .errors(refusals)
    .input(
      z.object({
        place: searchPlaceShape,
        key: keyShape.default({ id: '', secret: '' }),
        isConfirmed: z.boolean().default(false),
        /** Takes away what lies at the old place on another machine, once nobody asks it any more. */
        isCleared: z.boolean().default(false),
      }),
    )
    .output(placeNowShape),
};
