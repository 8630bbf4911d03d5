/** @file What this machine has of drivers and libraries for graphics cards: files looked for, nothing loaded. */
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';

export interface GpuFacts {
  readonly platform: NodeJS.Platform;
  /** NVIDIA's driver. */
  readonly hasNvidiaDriver: boolean;
  /** The libraries the CUDA build needs; NVIDIA's driver does not bring them. */
  readonly hasCudaRuntime: boolean;
  readonly hasVulkanLoader: boolean;
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where node-llama-cpp looks too, so that both come to the same conclusion. */
export async function gpuFacts({ platform, env }: Surroundings): Promise<GpuFacts> {
  const nothing = { platform, hasNvidiaDriver: false, hasCudaRuntime: false, hasVulkanLoader: false };
  if (platform === 'darwin') return nothing;
  const isWindows = platform === 'win32';
  const folders = isWindows ? await windowsFolders(env) : await linuxFolders(env);
  const names = isWindows ? windowsNames : linuxNames;
  const has = async (wanted: readonly string[]) => {
    for (const folder of folders) for (const name of wanted) if (await isThere(path.join(folder, name))) return true;
    return false;
  };
  const [hasNvidiaDriver, runtime, blas, light, hasVulkanLoader] = await Promise.all([
    has(names.driver),
    has(names.runtime),
    has(names.blas),
    has(names.light),
    has(names.vulkan),
  ]);
  return { platform, hasNvidiaDriver, hasCudaRuntime: runtime && blas && light, hasVulkanLoader };
}

const windowsNames = {
  driver: ['nvml.dll'],
  runtime: ['cudart64_13.dll', 'cudart64_12.dll'],
  blas: ['cublas64_13.dll', 'cublas64_12.dll'],
  light: ['cublasLt64_13.dll', 'cublasLt64_12.dll'],
  vulkan: ['vulkan-1.dll'],
};
const linuxNames = {
  driver: ['libnvidia-ml.so.1', 'libnvidia-ml.so'],
  runtime: ['libcudart.so.13', 'libcudart.so.12'],
  blas: ['libcublas.so.13', 'libcublas.so.12'],
  light: ['libcublasLt.so.13', 'libcublasLt.so.12'],
  vulkan: ['libvulkan.so.1', 'libvulkan.so'],
};

async function windowsFolders(env: Surroundings['env']): Promise<readonly string[]> {
  const root = env.SystemRoot ?? env.windir ?? 'C:\\Windows';
  const kit = path.join(env.ProgramFiles ?? 'C:\\Program Files', 'NVIDIA GPU Computing Toolkit', 'CUDA');
  const versions = await readdir(kit).catch((): string[] => []);
  const kits = [env.CUDA_PATH, ...versions.map((version) => path.join(kit, version))].filter(
    (folder) => folder !== undefined,
  );
  return [
    path.join(root, 'System32'),
    ...(env.PATH ?? env.Path ?? '').split(';').filter(Boolean),
    ...kits.flatMap((folder) => [folder, path.join(folder, 'bin'), path.join(folder, 'bin', 'x64')]),
  ];
}

async function linuxFolders(env: Surroundings['env']): Promise<readonly string[]> {
  const kits = (await readdir('/usr/local').catch((): string[] => []))
    .filter((name) => name.startsWith('cuda'))
    .map((name) => path.join('/usr/local', name));
  return [
    ...(env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean),
    '/usr/lib',
    '/usr/lib64',
    '/usr/lib/x86_64-linux-gnu',
    '/usr/lib/aarch64-linux-gnu',
    '/usr/lib/wsl/lib',
    ...[env.CUDA_PATH, ...kits]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [folder, path.join(folder, 'lib64'), path.join(folder, 'targets/x86_64-linux/lib')]),
  ];
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
