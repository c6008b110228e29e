import process from 'node:process'
import { proxyOrigin } from './shared/proxy-origin.ts'

/** Figma's desktop app and every browser that it supports are newer than the default, chrome58. */
const TARGET = 'chrome110'

export default (options) => ({
  ...options,
  target: TARGET,
  define: { ...options.define, __PROXY_ORIGIN__: JSON.stringify(proxyOrigin(process.env)) },
})
