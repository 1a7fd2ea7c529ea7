/** What the script of the bundle offers to its three doors, each loaded when it is asked for. */

/** The commands. */
export const commands = async () => await import('../cli/main.ts')

/** What a runner's thread does. */
export const thread = async () => await import('../build/attempt.ts')

/** The public names. */
export const names = async () => await import('../index.ts')
