import { useEffect, useState } from 'react';
import { useStudio } from '#renderer/shared/studio.ts';
import { type Pasted, readPasted } from './read-pasted.ts';

/** How long typing must rest before it is read, in ms. */
const rest = 150;

/** What a text means as lines of a formula; undefined while it is being read, and never that of an earlier text. */
export function usePasted(text: string): Pasted | undefined {
  const materials = useStudio((studio) => studio.materials);
  const [answer, setAnswer] = useState<{ readonly text: string; readonly read: Pasted }>();
  useEffect(() => {
    let reader: Worker | undefined;
    const timer = setTimeout(() => {
      const shelf = [...materials.values()];
      reader = new Worker(new URL('./paste-reader.ts', import.meta.url), { type: 'module' });
      reader.onmessage = ({ data }: MessageEvent<Pasted>) => setAnswer({ text, read: data });
      reader.onerror = () => setAnswer({ text, read: readPasted(text, shelf) });
      reader.postMessage({ text, materials: shelf });
    }, rest);
    return () => {
      clearTimeout(timer);
      reader?.terminate();
    };
  }, [text, materials]);
  return answer?.text === text ? answer.read : undefined;
}
