import { createHost } from '../../host/create-host.ts'
import type { Host, HostOptions } from '../../host/host.ts'
import type { Loaded, StudioStore } from './studio-store.ts'

export type Resumed = {
  readonly host: Host
  /** True when what was kept could not be opened and lies aside. */
  readonly setAside: boolean
}

/** The document as it was left; a fresh one when there is none or it cannot be opened. */
export const resumeHost = async (
  store: StudioStore,
  { document, setAside }: Loaded,
  options: Omit<HostOptions, 'snapshot' | 'images'>,
): Promise<Resumed> => {
  if (document === null) return { host: createHost(options), setAside }
  try {
    return { host: createHost({ ...options, ...document }), setAside }
  } catch (error) {
    console.error(error)
    await store.putAside()
    return { host: createHost(options), setAside: true }
  }
}
