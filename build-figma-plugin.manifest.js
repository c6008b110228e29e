import process from 'node:process'
import { networkAccessFor } from './shared/network-access.ts'
import { proxyOrigin } from './shared/proxy-origin.ts'

const brief = {
  key: 'brief',
  name: 'Brief',
  description: 'Who or what is the figurine?',
  allowFreeform: true,
}

/** The command ids live on in files, as relaunch data: add, don't rename. */
export default (manifest) => ({
  ...manifest,
  menu: [
    { name: 'Open Maquette', command: 'open' },
    { name: 'Draft…', command: 'draft', parameters: [brief], parameterOnly: false },
    { separator: true },
    { name: 'Unplaced drafts', command: 'unplaced' },
    { name: 'Export training data', command: 'dataset' },
    { name: 'Settings', command: 'settings' },
  ],
  relaunchButtons: [
    { command: 'more-subtle', name: 'More like this, subtle' },
    { command: 'more-strong', name: 'More like this, strong' },
    { command: 'change', name: 'Change one thing' },
    { command: 'new-seed', name: 'Again with a new seed' },
    { command: 'use-settings', name: 'Use these settings' },
    { command: 'use-seed', name: 'Use these settings and seed' },
    { command: 'retry', name: 'Try again' },
    { command: 'open', name: 'Open Maquette' },
  ],
  networkAccess: networkAccessFor(proxyOrigin(process.env)),
})
