/** Seconds by the clock, and of this process on all processors. */
export function now() {
  const {user, system} = process.cpuUsage()
  return {clock: performance.now() / 1000, processor: (user + system) / 1e6}
}
