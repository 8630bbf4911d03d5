import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { dismiss, type Notice, useNotices } from '#renderer/shared/notices.ts';

const severity = { good: 'success', plain: 'info', bad: 'error' } as const;

/** The sentences at the foot of the window, over any dialog. Good and plain ones go by themselves. */
export function Notices() {
  const shown = useNotices((notices) => notices.shown);
  const place = usePlaceOverDialogs();
  if (!place) return null;
  return createPortal(
    <div
      style={{ position: 'fixed', left: 72, bottom: 44, zIndex: 1500, display: 'grid', gap: 8, maxWidth: 560 }}
      role="log"
      aria-live="polite"
    >
      {shown.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>,
    place,
  );
}

/**
 * An element beside the page. A dialog hides everything beside itself from who listens instead of looking; what is told
 * about an act in a dialog has to be heard there too, so this takes the mark off again whenever one is set.
 */
function usePlaceOverDialogs(): HTMLElement | undefined {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const made = document.createElement('div');
    document.body.append(made);
    const watch = new MutationObserver(() => made.removeAttribute('aria-hidden'));
    watch.observe(made, { attributeFilter: ['aria-hidden'] });
    setPlace(made);
    return () => {
      watch.disconnect();
      made.remove();
    };
  }, []);
  return place;
}

function OneNotice({ notice: { id, tone, text, action } }: { readonly notice: Notice }) {
  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(() => dismiss(id), 7000);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <Alert
      severity={severity[tone]}
      variant="outlined"
      sx={{ bgcolor: 'background.paper', boxShadow: '0 6px 24px rgb(30 20 20 / 16%)', py: 0.25, alignItems: 'center' }}
      onClose={() => dismiss(id)}
      {...(action && {
        action: (
          <Button
            onClick={() => {
              dismiss(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        ),
      })}
    >
      {text}
    </Alert>
  );
}
