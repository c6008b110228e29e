import type { procedures } from '../../shared/canvas.ts'
import type { Client } from '../../shared/rpc.ts'

/** The main thread's procedures, as the panel calls them. */
export type Canvas = Client<typeof procedures>
