/** One document with every kind of block and run that Word shows. */
import type {Block} from '../../../../src/document/nodes.ts'
import {cell, heading, item, list, p, section, t} from './sample.ts'

export const everything: Block[] = [
  heading(1, 'ИОМ во Светот'),
  {...p('Поднаслов'), style: 'subtitle'},
  {type: 'toc', depth: 3, title: [t('Содржина')]},
  section(
    'mission',
    heading(2, 'Мисија'),
    p([
      t('Прва '),
      {type: 'strong', children: [t('важна')]},
      t(' и '),
      {type: 'emphasis', children: [t('нагласена')]},
      t(' реченица'),
      {type: 'note', id: 'a', number: 1, children: [p('Текст на фуснотата.')]},
      t(' со '),
      {type: 'link', url: 'https://www.example.org/?a=1&b=2', title: 'Место', children: [t('врска')]},
      t(' и '),
      {type: 'link', url: '#focus', children: [t('упатување')]},
      {type: 'inlineCode', value: 'x = 1'},
      {type: 'delete', children: [t('бришано')]}
    ]),
    list(false, item(p('прва точка'), list(false, item(p('вгнездена точка')))), item(p('втора точка'))),
    section('focus', heading(3, 'Фокус'), list(true, item(p('прв чекор')), item(p('втор чекор'))), p('Меѓу листите.')),
    list(true, item(p('нов прв чекор')))
  ),
  {type: 'callout', kind: 'note', title: [t('Напомена')], children: [p('Во рамка.')]},
  {
    type: 'table',
    caption: [t('Клучни податоци')],
    children: [
      {
        type: 'tableRow',
        children: [cell('Показател', {header: 'column'}), cell('Вредност', {header: 'column', align: 'end'})]
      },
      {type: 'tableRow', children: [cell('Вработени', {rowspan: 2}), cell('5.400', {align: 'end'})]},
      {type: 'tableRow', children: [cell('околу', {align: 'end'})]}
    ]
  },
  {type: 'figures', children: [{type: 'keyFigure', value: '1951', unit: 'г.', label: [t('основана')]}]},
  {type: 'quote', children: [p('Хумана миграција.')], source: [t('Извор')]},
  {
    type: 'programme',
    children: [{type: 'programmeEntry', time: [t('10:00')], what: [t('Отворање')], where: [t('Сала')]}]
  },
  {type: 'contact', children: [list(false, item(p('Адреса')))]},
  {type: 'blockquote', children: [p('Цитат.')]},
  {type: 'code', value: 'a = 1\nb = 2'},
  {type: 'thematicBreak'},
  {type: 'qr', url: 'https://www.example.org', caption: [t('Код')]},
  {...p('Une phrase'), lang: 'fr'},
  {...p('جملة PDF 1.7 عربية'), lang: 'ar'}
]
