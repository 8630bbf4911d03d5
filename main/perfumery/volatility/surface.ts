/**
 * @file What a perfume is smelled from. The numbers are ours where no source is named: middles of what is found, there to
 * be changed. Halving the still layer, or the film, makes everything happen twice as fast; it does not change the order.
 */
import type { InTwoLanguages } from '#perfumery/material/material.ts';

export const surfaceNames = ['blotter', 'skin', 'room'] as const;
export type SurfaceName = (typeof surfaceNames)[number];

export interface Surface {
  readonly name: SurfaceName;
  /** °C of the film. */
  readonly temperature: number;
  /** g of product on a square metre. */
  readonly load: number;
  /** m² that are wet. */
  readonly area: number;
  /** m of still air over the film, through which vapours spread. */
  readonly layer: number;
  /** Where the nose is: at the film, or in the air of a room of so many m³, renewed so many times an hour. */
  readonly nose: 'film' | { readonly room: number; readonly changes: number };
  readonly stated: InTwoLanguages;
}

/** The surfaces with their usual settings. */
export const surfaces: Readonly<Record<SurfaceName, Surface>> = {
  blotter: {
    name: 'blotter',
    temperature: 25,
    load: 80,
    area: 3.5e-4,
    layer: 5e-3,
    nose: 'film',
    stated: {
      en: 'A paper strip at 25 °C, dipped so that 28 mg wet 3.5 cm², 5 mm of still air. The paper itself holds nothing back.',
      ko: '25 °C 시향지, 3.5 cm²에 28 mg이 스며든 상태, 정지 공기층 5 mm. 종이의 흡착은 셈하지 않는다.',
    },
  },
  skin: {
    name: 'skin',
    temperature: 32,
    load: 16,
    area: 5e-3,
    layer: 3e-3,
    nose: 'film',
    stated: {
      en: 'Skin at 32 °C, one spray of 80 mg over 50 cm², 3 mm of still air. What the skin takes up is not counted.',
      ko: '32 °C 피부, 50 cm²에 80 mg 한 번 분사, 정지 공기층 3 mm. 피부 흡수는 셈하지 않는다.',
    },
  },
  room: {
    name: 'room',
    temperature: 22,
    load: 10,
    area: 5e-2,
    layer: 5e-3,
    nose: { room: 30, changes: 0.5 },
    stated: {
      en: 'A room of 30 m³ at 22 °C, its air renewed every two hours; half a gram lies on 500 cm². Walls and cloth take up nothing.',
      ko: '22 °C, 30 m³ 방, 두 시간마다 환기. 500 cm²에 0.5 g. 벽과 천의 흡착은 셈하지 않는다.',
    },
  },
};
