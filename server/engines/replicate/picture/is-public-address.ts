import { BlockList, isIPv4 } from 'node:net'

const closed = new BlockList()
/** Addresses that are not on the open internet (IANA special-purpose registries). */
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const V6 = [
  ['::', 127],
  // An IPv4 address inside: translated (RFC 6052), 6to4 and Teredo. No picture is delivered from one.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [net, prefix] of V4) closed.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of V6) closed.addSubnet(net, prefix, 'ipv6')

/** False for an address of this machine, its network, or nobody's: a picture is never fetched from there. */
export const isPublicAddress = (address: string): boolean =>
  !closed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
