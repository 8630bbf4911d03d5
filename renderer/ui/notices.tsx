import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { dismiss, type Notice, useNotices } from '#renderer/shared/notices.ts';

const severity = { good: 'success', plain: 'info', bad: 'error' } as const;

/** The sentences at the foot of the window. Good and plain ones go by themselves. */
export function Notices() {
  const shown = useNotices((notices) => notices.shown);
  return (
    <div
      style={{ position: 'fixed', left: 72, bottom: 44, zIndex: 1500, display: 'grid', gap: 8, maxWidth: 560 }}
      role="log"
      aria-live="polite"
    >
      {shown.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
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
