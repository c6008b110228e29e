import { isIPv6 } from 'node:net'

/** The groups of 16 bits in an IPv6 address, and those of its network: its holder chooses the rest (RFC 4291). */
const GROUPS = 8
const NETWORK = 4

/** What counts as one address: an IPv4 address, also where it is written as IPv6, or the network of an IPv6 one. */
export const addressGroup = (address: string): string => {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  // `::` stands for the groups of zeros that are missing.
  const [start = '', end = ''] = address.split('::')
  const missing = GROUPS - [start, end].join(':').split(':').filter(Boolean).length
  const whole = [start, ...Array<string>(missing).fill('0'), end].filter(Boolean).join(':')
  return whole
    .split(':')
    .slice(0, NETWORK)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
