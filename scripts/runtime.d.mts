export function isNodeNewEnough(version?: string): boolean;
