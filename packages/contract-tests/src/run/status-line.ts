import type { WriteStream } from 'node:tty';
import ora from 'ora';

/** A line below everything that is printed. It shows the check that is under way. */
export interface StatusLine {
  show(text: string): void;
  /** Prints lines above it. */
  printAbove(print: () => void): void;
  clear(): void;
}

const noStatusLine: StatusLine = { show: () => undefined, printAbove: (print) => print(), clear: () => undefined };

/** A status line where a person looks at a terminal; elsewhere, and where the environment asks for none, nothing. */
export function createStatusLine(stream: WriteStream, env: NodeJS.ProcessEnv): StatusLine {
  // A terminal without a width, as `script` and some CI have it, cannot be written over.
  if (!stream.isTTY || !stream.columns || env['NO_COLOR'] || env['CI'] || env['TERM'] === 'dumb') return noStatusLine;
  const spinner = ora({ stream, discardStdin: false, color: 'cyan' });
  return {
    show: (text) => void (spinner.isSpinning ? (spinner.text = text) : spinner.start(text)),
    printAbove(print) {
      const { isSpinning } = spinner;
      spinner.stop();
      print();
      if (isSpinning) spinner.start();
    },
    clear: () => void spinner.stop(),
  };
}
