import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { MouseEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon: IconName;
  /** Its name, for the tooltip and for who cannot see it. */
  readonly label: string;
  /** The keys that do the same: `Ctrl+Z`. */
  readonly keys?: string;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly size?: number;
}

/** A square button with an icon, a name and, where there is one, its shortcut. */
export function NamedIconButton({ icon, label, keys, onClick, disabled, pressed, size = 18 }: Props) {
  return (
    <Tooltip title={keys ? `${label} (${keys})` : label}>
      <span>
        <IconButton
          aria-label={label}
          {...(keys && { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') })}
          {...(pressed !== undefined && { 'aria-pressed': pressed })}
          onClick={onClick}
          disabled={disabled ?? false}
          sx={{ borderRadius: 1.5, p: 0.7 }}
        >
          <Icon name={icon} size={size} />
        </IconButton>
      </span>
    </Tooltip>
  );
}
