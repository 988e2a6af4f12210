import { commandLine } from './commands/command-line.js';
import { createStatusLine } from './run/status-line.js';

const statusLine = createStatusLine(process.stderr, process.env);
try {
  process.exitCode = await commandLine(process.argv.slice(2), {
    print: (line) => statusLine.printAbove(() => console.log(line)),
    tell: (line) => statusLine.printAbove(() => console.error(line)),
    statusLine,
  });
} finally {
  statusLine.clear();
}
