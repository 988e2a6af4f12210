// One line that says what is going on, below what is printed for good. Only for a person who looks on.
import type { WriteStream } from 'node:tty';
import ora from 'ora';

export interface Live {
  /** Says something else. */
  say(text: string): void;
  /** Gets out of the way of what is printed for good. */
  around(print: () => void): void;
  end(): void;
}

const nobody: Live = { say: () => undefined, around: (print) => print(), end: () => undefined };

/** A line on a terminal; nothing where nobody looks on, or wants no such thing. */
export function createLive(stream: WriteStream, env: NodeJS.ProcessEnv): Live {
  // A terminal without a width, as `script` and some CI have it, cannot be written over.
  if (!stream.isTTY || !stream.columns || env['NO_COLOR'] || env['CI'] || env['TERM'] === 'dumb') return nobody;
  const spinner = ora({ stream, discardStdin: false, color: 'cyan' });
  return {
    say: (text) => void (spinner.isSpinning ? (spinner.text = text) : spinner.start(text)),
    around(print) {
      const { isSpinning } = spinner;
      spinner.stop();
      print();
      if (isSpinning) spinner.start();
    },
    end: () => void spinner.stop(),
  };
}
