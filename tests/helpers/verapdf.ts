/** veraPDF's verdict on PDF files: a small Maven project beside this folder, compiled once, one JVM for all files. */
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'

const project = join(import.meta.dirname, '../verapdf')
const classes = join(project, 'target/classes')
const classpath = join(project, 'target/classpath.txt')

export interface Verdict {
  file: string
  /** `ua1` or `2a` */
  flavour: string
  passed: boolean
  /** Rules that failed, with the number of places. */
  failures: string[]
}

/** Java and Maven are here. In CI they must be; elsewhere a test may skip, aloud. */
export function canJudge(): boolean {
  const found = ['java', 'mvn'].every((program) => {
    try {
      execFileSync(program, ['-version'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  })
  if (!found && process.env.CI) throw new Error('CI needs Java and Maven to run veraPDF')
  return found
}

/** Judge `files` as PDF/UA-1 and PDF/A-2a. */
export function judge(files: readonly string[]): Verdict[] {
  compile()
  const path = `${classes}:${readFileSync(classpath, 'utf8').trim()}`
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Djava.util.logging.config.file=/dev/null']
  const output = execFileSync('java', [...options, '-cp', path, 'Verdict', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore']
  })

  const verdicts: Verdict[] = []
  for (const line of output.split('\n').filter(Boolean)) {
    const [kind, first = '', second = ''] = line.split('\t')
    if (kind === 'rule') verdicts.at(-1)?.failures.push(`${first}× ${second}`)
    else verdicts.push({file: second, flavour: first, passed: kind === 'pass', failures: []})
  }
  return verdicts
}

function compile(): void {
  const source = join(project, 'src/main/java/Verdict.java')
  const built = join(classes, 'Verdict.class')
  if (existsSync(built) && existsSync(classpath) && statSync(built).mtimeMs > statSync(source).mtimeMs) return
  const goals = ['-q', '-B', 'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${classpath}`]
  execFileSync('mvn', goals, {cwd: project, stdio: ['ignore', 'ignore', 'inherit']})
}
