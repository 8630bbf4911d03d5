import { useEffect, useState } from 'react';

/** How often the clock is looked at, in ms. */
const step = 5000;

/** The time now, renewed every few seconds while it is looked at. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), step);
    return () => clearInterval(timer);
  }, []);
  return now;
}
