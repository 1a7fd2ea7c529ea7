/** Workflows for GitHub and GitLab. */
import {version} from '../version.ts'

export interface Workflow {
  /** In the project. */
  path: string
  text: string
  /** What is left to do by hand. */
  advice: string
}

export interface CiOptions {
  /** Cron line in UTC. */
  schedule: string | undefined
  /** The project's package.json installs this program. */
  installed: boolean
}

/** Same bytes need the same Node release line. */
const node = process.versions.node.split('.')[0]

const noSchedule = 'gatefold.yml has no `schedule:`, so nothing runs by the clock.\n'

/** A GitHub workflow: the schedule is part of it. */
export function github({schedule, installed}: CiOptions): Workflow {
  const clock = schedule === undefined ? '' : `  schedule:\n    - cron: ${JSON.stringify(schedule)} # UTC\n`
  const install = installed ? '      - run: npm ci\n' : ''
  const text = `# Written by gatefold ci github.
name: Publications
on:
  push:
  pull_request:
  workflow_dispatch:
${clock}permissions:
  contents: read
jobs:
  publications:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: ${node}
${install}      - name: Check
        run: ${command(installed)} check
      # What is sound is built even where something else is not.
      - name: Build
        if: \${{ !cancelled() }}
        run: ${command(installed)} build
      - uses: actions/upload-artifact@v4
        if: \${{ !cancelled() }}
        with:
          name: publications
          path: output/
`
  return {path: '.github/workflows/gatefold.yml', text, advice: schedule === undefined ? noSchedule : ''}
}

/** GitLab jobs, with rules for pipelines by the clock; the schedule itself is kept by GitLab, not in a file. */
export function gitlab({schedule, installed}: CiOptions): Workflow {
  const install = installed ? '  before_script:\n    - npm ci\n' : ''
  const text = `# Written by gatefold ci gitlab.
default:
  image: node:${node}
${install}
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "web"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

check:
  script:
    - ${command(installed)} check

build:
  # What is sound is built even where something else is not.
  needs: []
  script:
    - ${command(installed)} build
  artifacts:
    when: always
    paths:
      - output/
`
  const cron = JSON.stringify(schedule)
  const advice = `Add the schedule in GitLab: Build > Pipeline schedules > New schedule,
interval pattern ${cron}, time zone UTC, target branch: the default branch. Or on the command line:
  glab schedule create --cron ${cron} --cronTimeZone UTC --ref main --description "Publications"
`
  return {path: '.gitlab-ci.yml', text, advice: schedule === undefined ? noSchedule : advice}
}

function command(installed: boolean): string {
  return installed ? 'npx gatefold' : `npx --yes gatefold@${version}`
}
