// A run of the contract tests as a process of its own, told what to do as JSON: to be interrupted.
import { runContract } from '@powerstore-api/contract-tests';

const report = await runContract({ ...JSON.parse(process.argv[2]), print: console.log, tell: console.error });
console.log(JSON.stringify({ verdict: report?.summary.verdict, notRestored: report?.notRestored, lost: report?.lost }));
