import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

const shortcuts = [
  ['everywhere', 'key-search', ['Ctrl+K']],
  ['in-bench', 'key-new', ['Ctrl+N']],
  ['in-bench', 'key-keep', ['Ctrl+S']],
  ['in-bench', 'key-undo', ['Ctrl+Z']],
  ['in-bench', 'key-redo', ['Ctrl+Shift+Z', 'Ctrl+Y']],
  ['in-bench', 'key-add', ['Ctrl+J']],
  ['in-bench', 'key-print', ['Ctrl+P']],
  ['in-formula', 'key-next', ['Tab', 'Enter']],
  ['in-formula', 'key-up-down', ['↑', '↓']],
  ['in-formula', 'key-move', ['Alt+↑', 'Alt+↓']],
  ['in-formula', 'key-lock', ['Ctrl+L']],
  ['in-formula', 'key-remove', ['Ctrl+Del']],
  ['in-search', 'key-through-results', ['↑', '↓']],
  ['in-search', 'key-open', ['Enter']],
  ['in-search', 'key-to-formula', ['Ctrl+Enter']],
  ['in-search', 'key-like', ['Alt+Enter']],
  ['in-materials', 'key-list', ['↓', 'Enter']],
  ['in-materials', 'key-through', ['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End']],
  ['in-materials', 'key-save', ['Ctrl+S', 'Ctrl+Enter']],
  ['in-materials', 'key-leave', ['Esc']],
] as const;

/** Every shortcut there is, with Ctrl as ⌘ on a Mac. */
export function Keyboard() {
  const { t } = useText('settings');
  const isMac = navigator.platform.startsWith('Mac');
  return (
    <Section title={t('keys')}>
      <table className={`${table.table} ${styles.keys}`}>
        <thead>
          <tr>
            <th scope="col">{t('keys-where')}</th>
            <th scope="col">{t('keys-what')}</th>
            <th scope="col">{t('keys-how')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(([where, what, keys]) => (
            <tr key={what}>
              <td className={table.quiet}>{t(where)}</td>
              <td>{t(what)}</td>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{isMac ? key.replace('Ctrl', '⌘') : key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
