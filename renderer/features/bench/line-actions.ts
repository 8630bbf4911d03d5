import type { KeyboardEvent, MouseEvent } from 'react';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { CellName } from './focus-line.ts';
import type { Picked } from './material-picker.tsx';

/** What can be done from within a line. The same object for the life of the grid, so that no row is drawn again for it. */
export interface LineActions {
  readonly onKey: (event: KeyboardEvent, lineId: LineId, cell: CellName) => void;
  readonly onSwapStart: (lineId: LineId | undefined) => void;
  readonly onSwap: (lineId: LineId, picked: Picked) => void;
  readonly onSolvent: (lineId: LineId, solventId: MaterialId | undefined) => void;
  readonly onMenu: (event: MouseEvent<HTMLElement>, lineId: LineId) => void;
  readonly onLock: (lineId: LineId) => void;
  readonly onDrop: (dragged: LineId, target: LineId) => void;
}
