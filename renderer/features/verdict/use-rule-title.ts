import { useCallback } from 'react';
import type { Finding } from '#perfumery/safety/answer.ts';
import { ruleOf } from '#renderer/shared/rule-of.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';

/** What the standard or group behind a finding is called, in the language of the moment. */
export function useRuleTitle(): (finding: Pick<Finding, 'kind' | 'key'>) => string {
  const { language } = useText('safety');
  const ifra = useStudio(({ regulation }) => regulation.ifra);
  return useCallback(
    (finding) => {
      const rule = ruleOf(ifra, finding);
      if (!rule) return finding.key;
      return inLanguage(rule.kind === 'group' ? rule.group.title : rule.standard.title, language);
    },
    [ifra, language],
  );
}
