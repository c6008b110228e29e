import type { Account, Hardware } from 'replicate'
import { ACCOUNT } from './models/models.ts'
import type { Route } from './route.ts'

const account: Account = { type: 'user', username: ACCOUNT, name: 'Maker' }

const hardware: Hardware[] = [
  { sku: 'cpu', name: 'CPU' },
  { sku: 'gpu-t4', name: 'Nvidia T4 GPU' },
  { sku: 'gpu-l40s', name: 'Nvidia L40S GPU' },
  { sku: 'gpu-a100-large', name: 'Nvidia A100 (80GB) GPU' },
  { sku: 'gpu-h100', name: 'Nvidia H100 GPU' },
]

export const accountRoutes: readonly Route[] = [
  {
    kind: 'getAccount',
    method: 'GET',
    path: '/v1/account',
    handle: () => Response.json(account),
  },
  {
    kind: 'listHardware',
    method: 'GET',
    path: '/v1/hardware',
    handle: () => Response.json(hardware),
  },
]
