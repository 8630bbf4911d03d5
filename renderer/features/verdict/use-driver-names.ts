import { useCallback } from 'react';
import { useText } from '#renderer/shared/text.ts';

/** What drives a standard, in words of the language of the moment; a driver without a word stays as the table says it. */
export function useDriverNames(): (drivers: readonly string[]) => string {
  const { t } = useText('safety');
  return useCallback(
    (drivers) => {
      const words = t as unknown as (key: string, options: { readonly defaultValue: string }) => string;
      return drivers
        .map((driver) => words(`driver.${driver.replaceAll(' ', '-')}`, { defaultValue: driver }))
        .join(', ');
    },
    [t],
  );
}
