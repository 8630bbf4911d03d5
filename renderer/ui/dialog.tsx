import MuiDialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { NamedIconButton } from './icon-button.tsx';

interface Props {
  readonly title: string;
  /** The word on the button that closes it. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly width?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

/** A dialog with a title, a way out and its actions at the foot. */
export function Dialog({ title, closeLabel, onClose, actions, width = 'md', children }: Props) {
  const titleId = useId();
  return (
    <MuiDialog open onClose={onClose} maxWidth={width} aria-labelledby={titleId}>
      <DialogTitle
        id={titleId}
        component="h2"
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          fontSize: 16,
          fontWeight: 650,
          py: 1.25,
          pl: 2,
          pr: 1.5,
        }}
      >
        {title}
        <NamedIconButton icon="close" label={closeLabel} onClick={onClose} />
      </DialogTitle>
      <DialogContent dividers sx={{ p: 2 }}>
        {children}
      </DialogContent>
      {actions && <DialogActions>{actions}</DialogActions>}
    </MuiDialog>
  );
}
