/**
 * @file Where an index lies: in a folder of this machine, in an object store, or in LanceDB Cloud.
 */
import { resolve } from 'node:path';
import type { Connection, ConnectionOptions } from '@lancedb/lancedb';
import { lance } from './lance.ts';

export type IndexPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      /** `s3://bucket/prefix` */
      readonly uri: string;
      /** For stores other than Amazon's, such as `http://127.0.0.1:9000`. */
      readonly endpoint?: string;
      readonly region?: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      /** Lets secrets and formulas travel unencrypted: for a store on the same machine. */
      readonly allowHttp?: boolean;
    }
  /** Handed on to LanceDB as it is. Never tried against the service itself. */
  | { readonly kind: 'cloud'; readonly uri: string; readonly apiKey: string; readonly region?: string };

/** Bytes. LanceDB would take 6 GB and 1 GB. */
const indexCache = 256n << 20n;
const metadataCache = 64n << 20n;
/** s. Others may write to the same store; in a folder the studio is alone and sees its own writes at once. */
const remoteStaleness = 5;
/** A store that does not answer is given up soon: memory answers meanwhile, and it is tried again later. */
const impatience = { connectTimeout: '5s', timeout: '30s', clientMaxRetries: '1', clientRetryTimeout: '2' };

export async function connectTo(place: IndexPlace): Promise<Connection> {
  const { Session, connect } = lance();
  const session = new Session(indexCache, metadataCache);
  return connect(uriOf(place), { session, ...optionsOf(place) });
}

/** Absolute, because LanceDB takes any path that begins with `db` for its cloud. */
function uriOf(place: IndexPlace): string {
  return place.kind === 'folder' ? resolve(place.folder) : place.uri;
}

function optionsOf(place: IndexPlace): Partial<ConnectionOptions> {
  if (place.kind === 'folder') return {};
  if (place.kind === 'cloud') {
    return { apiKey: place.apiKey, ...(place.region !== undefined && { region: place.region }) };
  }
  return {
    readConsistencyInterval: remoteStaleness,
    storageOptions: {
      ...impatience,
      awsAccessKeyId: place.accessKeyId,
      awsSecretAccessKey: place.secretAccessKey,
      awsRegion: place.region ?? 'us-east-1',
      awsVirtualHostedStyleRequest: 'false',
      ...(place.endpoint !== undefined && { awsEndpoint: place.endpoint }),
      ...(place.allowHttp && { allowHttp: 'true' }),
    },
  };
}
