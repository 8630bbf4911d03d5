import { useEffect, useState } from 'react';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** What was shipped of a material that the perfumer has changed; undefined for any other, and until it is here. */
export function useShippedFacts({ material, origin, ownFields }: LibraryMaterial): Material | undefined {
  const client = useStudio((studio) => studio.client);
  const [shipped, setShipped] = useState<Material>();
  const isChanged = origin === 'shipped' && ownFields.length > 0;
  useEffect(() => {
    if (!isChanged) return setShipped(undefined);
    let isStale = false;
    client.materials.shipped({ materialId: material.id }).then(
      (facts) => !isStale && setShipped((facts ?? undefined) as Material | undefined),
      () => undefined,
    );
    return () => {
      isStale = true;
    };
  }, [client, material.id, isChanged]);
  return shipped?.id === material.id ? shipped : undefined;
}
