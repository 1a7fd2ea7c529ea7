/** A text for slides of every layout. */

/** Every layout, and mixtures of what stands on them; \`w\` gives the next words of the language. */
const mixed = (w: (count: number) => string) => `## ${w(4)}

### ${w(2)}

- ${w(3)}
- ${w(9)}

::figure[${w(3)}]{src=wide.jpg alt="${w(2)}"}

## ${w(3)}

::figure[${w(40)}]{src=drawing.svg alt="${w(2)}"}

- ${w(5)}

## ${w(16)}

| ${w(1)} | ${w(1)} |
| --- | ---: |
| ${w(2)} | 1,200 |
| ${w(30)} | 900 |

## ${w(14)}

:::figures
- **1951** ${w(2)}
- **5,400** ${w(9)}
- **100+** ${w(1)}
- **12** ${w(1)}
:::

- ${w(4)}

1. ${w(4)}
2. ${w(4)}

## ${w(1)}

${'```'}
gatefold build
${'```'}

:::callout[${w(2)}]{kind=note}
${w(24)}
:::

> ${w(20)}

## ${w(2)}

:::quote[${w(14)}]
${w(70)}
:::

:::callout[${w(2)}]{kind=tip}
- ${w(3)}
:::

## ${w(2)}

:::programme
- **18:00** ${w(4)} *${w(1)}*
- **19:30** ${w(12)} *${w(1)}*
:::

## ${w(1)}

:::contact
- **${w(1)}**\\
  ${w(3)}\\
  1000
- **${w(1)}**\\
  <info@example.org>\\
  [www.example.org](https://www.example.org)
:::

::qr[${w(3)}]{href=https://www.example.org}

## ${w(2)}

::::columns
:::column
${w(20)}

- ${w(3)}
:::
:::column
${w(25)}
:::
::::

## ${w(2)}

- ${w(2)}
  - ${w(3)}
    1. ${w(4)}
- ${w(2)}
  - [x] ${w(4)}
  - [ ] ${w(4)}

## ${w(2)}

${w(5)}.

## ${w(2)}

:::slide[${w(3)}]{layout=section}
${w(6)}
:::

:::slide[${w(3)}]{layout=title}
${w(6)}
:::

:::slide[${w(3)}]{layout=quote}
${w(9)}
:::
`

const languages: Readonly<Record<string, readonly string[]>> = {
  en: 'humane and orderly migration is in the interest of migrants and of society the organisation works'.split(' '),
  mk: 'хумана и правилна миграција во корист на мигрантите и на општеството организацијата работи'.split(' '),
  ar: 'الهجرة الإنسانية والمنظمة تصب في مصلحة المهاجرين والمجتمع وتعمل المنظمة مع شركائها'.split(' ')
}

/** A text in `en`, `mk` or `ar` that asks for every layout of slides, and for mixtures of what stands on them. */
export function mixedSlides(lang: string): string {
  const words = languages[lang] ?? []
  let next = 0
  return mixed((count) => Array.from({length: count}, () => words[next++ % words.length]).join(' '))
}
