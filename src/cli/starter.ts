/** The project that `gatefold init` writes: path → text. */

/** Where an editor finds a schema once the program is installed in the project. */
export const schemaOf = (name: string): string =>
  `# yaml-language-server: $schema=${name === 'gatefold' ? '' : '../../'}node_modules/gatefold/src/schemas/${name}.schema.json\n`

const project = `${schemaOf('gatefold')}
# The language texts are written in, and the languages they are published in (BCP 47 tags).
source: en
languages: [en, mk]

# The template pack, and what to make with it. A publication may say otherwise.
template: base
formats: [brochure, word, handout, web]

# When a CI job rebuilds (cron, UTC): gatefold ci github, or gatefold ci gitlab, writes that job.
schedule: "0 5 * * 1"
`

const publication = `${schemaOf('publication')}
# Says only what differs from gatefold.yml, for example:
# formats: [brochure]
# languages: [en]
{}
`

const english = `---
title: Hello
subtitle: One text, two languages, four products
description: A first publication to try Gatefold with.
keywords: [example]
---

:::lead
This text becomes a brochure, a Word file, a slide handout and a web page, in English and in Macedonian.
:::

## What to try

- Change a sentence here and build again.
- Add a language to gatefold.yml, then run gatefold translate extract.
- Run gatefold status to see what is translated.

## How it looks

The template pack says how pages look; this file says only what they tell. Times like 10:30 or links such as
<https://example.org> stay as they are written.

:::callout[Good to know]{kind=tip}
A callout, a figure, a quote and more are written with colons: three to open, three to close.
:::
`

const macedonian = `msgid ""
msgstr ""
"Language: mk\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

msgctxt "front/title"
msgid "Hello"
msgstr "Здраво"

msgctxt "front/subtitle"
msgid "One text, two languages, four products"
msgstr "Еден текст, два јазика, четири производи"

msgctxt "front/description"
msgid "A first publication to try Gatefold with."
msgstr "Прва публикација за да се проба Gatefold."

msgctxt "front/keywords"
msgid "example"
msgstr "пример"

msgid "This text becomes a brochure, a Word file, a slide handout and a web page, in English and in Macedonian."
msgstr "Овој текст станува брошура, документ за Word, материјал со слајдови и веб-страница, на англиски и на македонски јазик."

msgid "What to try"
msgstr "Што да се проба"

msgid "Change a sentence here and build again."
msgstr "Сменете реченица тука и изградете повторно."

msgid "Add a language to gatefold.yml, then run gatefold translate extract."
msgstr "Додајте јазик во gatefold.yml, па извршете gatefold translate extract."

msgid "Run gatefold status to see what is translated."
msgstr "Извршете gatefold status за да видите што е преведено."

msgid "How it looks"
msgstr "Како изгледа"

msgid "The template pack says how pages look; this file says only what they tell. Times like 10:30 or links such as <https://example.org> stay as they are written."
msgstr "Пакетот со шаблони кажува како изгледаат страниците; оваа датотека кажува само што пишува на нив. Часови како 10:30 или врски како <https://example.org> остануваат како што се напишани."

msgid "Good to know"
msgstr "Добро е да се знае"

msgid "A callout, a figure, a quote and more are written with colons: three to open, three to close."
msgstr "Истакнување, слика, цитат и друго се пишуваат со две точки: три за отворање, три за затворање."
`

const readme = `# Publications

| file | what it is |
| --- | --- |
| gatefold.yml | languages, template pack, formats, schedule |
| content/hello/en.md | the text, in Markdown |
| content/hello/mk.po | its translation; any PO editor opens it |
| content/hello/publication.yml | what this publication does otherwise |
| output/ | what a build writes, listed in output/manifest.json |

    gatefold build                  make everything
    gatefold build hello --lang mk  make some of it
    gatefold check                  say what is wrong, write nothing
    gatefold translate extract      bring the .po files up to date with the texts
    gatefold status                 show what is translated, stale and missing
    gatefold new publication NAME   start another text
    gatefold doctor                 show what this machine has and lacks
`

export const starter: Readonly<Record<string, string>> = {
  'gatefold.yml': project,
  'content/hello/publication.yml': publication,
  'content/hello/en.md': english,
  'content/hello/mk.po': macedonian,
  'README.md': readme,
  '.gitignore': 'node_modules/\noutput/\n'
}
