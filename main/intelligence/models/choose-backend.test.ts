import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { chooseBackend, type Probe } from './choose-backend.ts';
import type { GpuFacts } from './gpu-facts.ts';

const pc: GpuFacts = { platform: 'win32', hasNvidiaDriver: true, hasCudaRuntime: true, hasVulkanLoader: true };
const card: Probe = { works: true, devices: ['NVIDIA GeForce RTX 4060'], vramTotal: 8e9 };
const probing = (answers: Partial<Record<Backend, Probe>>) => async (backend: Backend) =>
  answers[backend] ?? { works: false as const, detail: 'not asked' };
const verdicts = (choice: { findings: readonly { backend: Backend; verdict: string }[] }) =>
  Object.fromEntries(choice.findings.map(({ backend, verdict }) => [backend, verdict]));

describe('the back end', () => {
  it('is CUDA where everything is there', async () => {
    const choice = await chooseBackend('auto', pc, probing({ cuda: card }));
    expect(choice).toMatchObject({ backend: 'cuda', devices: ['NVIDIA GeForce RTX 4060'], isSecondBest: false });
    expect(verdicts(choice)).toEqual({ cuda: 'used', vulkan: 'not-needed', metal: 'other-system', cpu: 'not-needed' });
  });

  it('is Vulkan on a gaming PC with nothing but a driver, and says what is missing for CUDA', async () => {
    const choice = await chooseBackend('auto', { ...pc, hasCudaRuntime: false }, probing({ vulkan: card }));
    expect(choice.backend).toBe('vulkan');
    expect(verdicts(choice)).toMatchObject({ cuda: 'no-runtime', vulkan: 'used' });
  });

  it('goes on to the next when one is there and fails, and keeps its reason', async () => {
    const broken: Probe = { works: false, detail: 'driver too old' };
    const choice = await chooseBackend('auto', pc, probing({ cuda: broken, vulkan: card }));
    expect(choice.findings[0]).toEqual({ backend: 'cuda', verdict: 'failed', detail: 'driver too old' });
    expect(choice.backend).toBe('vulkan');
  });

  it('never takes a Vulkan that the processor draws', async () => {
    const drawn: Probe = { works: true, devices: ['llvmpipe (LLVM 19.1, 256 bits)'], vramTotal: 16e9 };
    const nothing = { ...pc, platform: 'linux' as const, hasNvidiaDriver: false, hasCudaRuntime: false };
    const choice = await chooseBackend('auto', nothing, probing({ vulkan: drawn }));
    expect(choice.backend).toBe('cpu');
    expect(verdicts(choice)).toMatchObject({ cuda: 'no-driver', vulkan: 'software', cpu: 'used' });
  });

  it('is the processor when that is asked for, without trying anything', async () => {
    const never = async (): Promise<Probe> => expect.unreachable('nothing is to be tried');
    const choice = await chooseBackend('cpu', pc, never);
    expect(choice).toMatchObject({ backend: 'cpu', isSecondBest: false });
    expect(verdicts(choice)).toMatchObject({ cuda: 'not-needed', vulkan: 'not-needed' });
  });

  it('says so when what was asked for cannot be had', async () => {
    const choice = await chooseBackend('cuda', { ...pc, hasNvidiaDriver: false }, probing({ vulkan: card }));
    expect(choice).toMatchObject({ backend: 'cpu', isSecondBest: true });
  });
});
