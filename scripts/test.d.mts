interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export function countUnit(report: unknown): Counts;
export function countBrowser(report: unknown): Counts;
export function failedUnit(report: unknown): string[];
export function failedBrowser(report: unknown): string[];
export function shakyUnit(report: unknown): string[];
export function shakyBrowser(report: unknown): string[];
