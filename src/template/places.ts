/** Where the values of parameters are said. */
import type {At} from '../diagnostic.ts'
import type {World} from '../world.ts'
import {type Path, readYaml} from '../yaml.ts'
import {valueAt} from './merge.ts'

/** Parameters in a file: below `path`. */
export interface ParametersIn {
  file: string
  path: Path
}

/**
 * Place of the parameter at `path` in the first of `sources` that says it, or where the parameters of the first begin.
 * Files are only read again where there is something to say about them.
 */
export function parameterAt(world: World, sources: readonly [ParametersIn, ...ParametersIn[]], path: Path): At {
  const read = (file: string) => readYaml(world, file, () => {})
  for (const source of sources) {
    const yaml = read(source.file)
    const whole = [...source.path, ...path]
    if (yaml && valueAt(yaml.value, whole) !== undefined) return yaml.at(whole)
  }
  const [own] = sources
  return read(own.file)?.at([...own.path, ...path]) ?? {file: own.file}
}
