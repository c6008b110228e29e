import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded before the proxy (`node --import`): tells whoever started its process how long the event loop kept others
 * waiting. `watch` begins anew, `tell` answers with milliseconds.
 */
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
process.on('message', (message) => {
  if (message === 'watch') delay.reset()
  else
    process.send?.({
      p50: delay.percentile(50) / 1e6,
      p99: delay.percentile(99) / 1e6,
      max: delay.max / 1e6,
      cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    })
})
// Listening must not keep a process alive that is told to stop.
process.channel?.unref()
