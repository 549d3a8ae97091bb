// Writes the TextMate grammar from the keywords of the Xtext grammar, so that both have the same words.

import { readFileSync } from 'node:fs';

/** Return all words in quotes in a grammar that stand outside comments. */
export function keywords(xtext) {
  const bare = xtext.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const rules = bare.slice(0, bare.search(/^terminal /m));
  const words = [...rules.matchAll(/'([a-zA-Z_][a-zA-Z_0-9]*)'/g)].map(match => match[1]);
  return [...new Set(words)].sort();
}

/** Return the words that begin a declaration: the first of their rule, and the styles of macros. */
export function declaring(xtext) {
  const bare = xtext.replace(/\/\*[\s\S]*?\*\//g, '');
  const first = [...bare.matchAll(/^\w+(?: returns [\w:]+)?:\s+'([a-z]\w*)'/gm)].map(match => match[1]);
  const styles = /enum ComputeStyle:([^;]*);/.exec(bare)[1].match(/'(\w+)'/g).map(word => word.slice(1, -1));
  return [...new Set([...first, ...styles, 'macro', 'package'])].sort();
}

const word = words => `(?<![\\w^.])(${words.join('|')})(?![\\w.])`;

export function textMate(xtext) {
  const begins = declaring(xtext);
  const others = keywords(xtext).filter(each => !begins.includes(each));
  return {
    name: 'IMC',
    scopeName: 'source.imc',
    patterns: [
      { name: 'comment.block.imc', begin: '/\\*', end: '\\*/' },
      { name: 'comment.line.double-slash.imc', match: '//.*$' },
      { name: 'string.quoted.double.imc', begin: '"', end: '"|$', patterns: [
        { name: 'constant.character.escape.imc', match: '\\\\.' } ] },
      { match: '(?<![\\w.])(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)(?:[ \\t]+([a-zA-Zµμ][\\wµμ²]*(?:/[a-zA-Zµμ][\\wµμ²]*)?))?',
        captures: {
          1: { name: 'constant.numeric.imc' },
          2: { patterns: [
            { name: 'keyword.operator.imc', match: '^x$' },
            { name: 'keyword.control.imc', match: `^(?:${others.join('|')})$` },
            { name: 'storage.type.imc', match: `^(?:${begins.join('|')})$` },
            { name: 'keyword.other.unit.imc', match: '.+' } ] } } },
      { match: `${word(begins)}(?:\\s+([a-zA-Z_]\\w*))?(?=\\s*(?:\\{|from|extends|\\d))`,
        captures: { 1: { name: 'storage.type.imc' }, 2: { name: 'entity.name.type.imc' } } },
      { name: 'storage.type.imc', match: word(begins) },
      { name: 'keyword.control.imc', match: word(others) },
      { name: 'punctuation.section.block.imc', match: '[{}]' },
    ],
  };
}

export const readGrammar = () =>
  readFileSync(new URL('../../org.imc.dsl/src/org/imc/dsl/Imc.xtext', import.meta.url), 'utf8');
