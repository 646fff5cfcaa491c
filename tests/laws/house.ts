import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';

/** A source file as the laws see it: paths from the project's folder, with forward slashes. */
export interface SourceFile {
  path: string;
  source: string;
  /** The source without its comments. */
  code: string;
  /** The source without comments and with every string, template and pattern emptied. */
  bare: string;
}

const SOURCE = /\.(ts|tsx|mts|mjs)$/;

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (name === 'node_modules' || name.startsWith('.next')) continue;
    const path = folder === '.' ? name : `${folder}/${name}`;
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

const exists = (folder: string) => statSync(folder, { throwIfNoEntry: false }) !== undefined;

export const pathsIn = (...folders: string[]): string[] => folders.filter(exists).flatMap((folder) => [...walk(folder)]);

// Laws ask for the same files again and again, and most for one way of reading them alone.
const known = new Map<string, SourceFile>();

export function filesIn(...folders: string[]): SourceFile[] {
  return pathsIn(...folders)
    .filter((path) => SOURCE.test(path))
    .map((path) => known.get(path) ?? remember(fileOf(path, readFileSync(path, 'utf8'))));
}

function remember(file: SourceFile): SourceFile {
  known.set(file.path, file);
  return file;
}

export function fileOf(path: string, source: string): SourceFile {
  let [code, bare]: (string | undefined)[] = [];
  return {
    path,
    source,
    get code() {
      code ??= strip(source, false);
      return code;
    },
    get bare() {
      bare ??= strip(source, true);
      return bare;
    },
  };
}

/** Modules a file names, with relative ones resolved to a path from the project's folder ("@/x" and "./x" become "x"). */
export function importsOf(file: SourceFile): string[] {
  const named = [
    ...file.code.matchAll(/^[ \t]*(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"]([^'"\n]+)['"]/gm),
    ...file.code.matchAll(/^[ \t]*import\s*['"]([^'"\n]+)['"]/gm),
    ...file.code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g),
  ].map((match) => match[1]!);
  return named.map((name) => targetOf(file, name));
}

/** Where a module's name leads, seen from a file: "@/x" and "./x" become paths from the project's folder. */
export function targetOf(file: Pick<SourceFile, 'path'>, name: string): string {
  if (name.startsWith('@/')) return name.slice(2);
  if (name.startsWith('.')) return posix.join(posix.dirname(file.path), name);
  return name;
}

/** First folder of a path, when it is one of the project's own floors; null for packages and Node's modules. */
export const floorOf = (path: string): string | null => /^(app|bin|db|lib|scripts|tests)(?=\/|$)/.exec(path)?.[1] ?? null;

export const roomOf = (path: string): string | null => /^lib\/([^/]+)/.exec(path)?.[1] ?? null;

/** Name of the package a specifier belongs to: "@a/b/c" → "@a/b". Null for the project's own files and Node's modules. */
export function packageOf(name: string): string | null {
  if (name.startsWith('node:') || floorOf(name) || name.startsWith('.')) return null;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

// A slash begins a pattern, not a division, where an operand cannot have ended.
const BEFORE_PATTERN = /(?:^|[=(,:[!&|?{};+\-*%<>~^]|\breturn|\bcase|\btypeof)\s*$/;

/** A reader of quotes, templates, patterns and comments: enough of the language for these laws, and no more. */
function strip(source: string, emptyStrings: boolean): string {
  let out = '';
  let at = 0;
  const depths: number[] = [];
  const keep = (text: string) => {
    out += emptyStrings ? text.replace(/[^\n]/g, '') : text;
  };
  const until = (end: RegExp, from: number) => {
    end.lastIndex = from;
    const match = end.exec(source);
    return match ? match.index + match[0].length : source.length;
  };
  const template = () => {
    const from = at;
    while (at < source.length) {
      if (source[at] === '\\') at += 2;
      else if (source[at] === '`') {
        keep(source.slice(from, at));
        out += '`';
        at += 1;
        return;
      } else if (source.startsWith('${', at)) {
        keep(source.slice(from, at));
        out += '${';
        at += 2;
        depths.push(0);
        return;
      } else at += 1;
    }
  };
  while (at < source.length) {
    const char = source[at]!;
    if (source.startsWith('//', at)) at = until(/(?=\n)|$/g, at);
    else if (source.startsWith('/*', at)) {
      const end = until(/\*\//g, at + 2);
      out += source.slice(at, end).replace(/[^\n]/g, '') || ' ';
      at = end;
    } else if (char === '"' || char === "'") {
      const end = until(new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${char}|\\n`, 'g'), at + 1);
      out += char;
      keep(source.slice(at + 1, end - 1));
      out += char;
      at = end;
    } else if (char === '/' && BEFORE_PATTERN.test(out.slice(-20))) {
      const end = until(/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/\n[])*\//g, at + 1);
      keep(source.slice(at, end));
      at = end;
    } else if (char === '`') {
      out += char;
      at += 1;
      template();
    } else if (depths.length > 0 && char === '{') {
      depths[depths.length - 1]! += 1;
      out += char;
      at += 1;
    } else if (depths.length > 0 && char === '}') {
      out += char;
      at += 1;
      if (depths.at(-1) === 0) {
        depths.pop();
        template();
      } else depths[depths.length - 1]! -= 1;
    } else {
      out += char;
      at += 1;
    }
  }
  return out;
}
