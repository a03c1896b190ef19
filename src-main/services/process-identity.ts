/** Tells a living process from a later one that got the same number: its pid together with its start time. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemCode } from './service-error.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque text, equal for the same process only; empty where the system does not tell. */
  readonly started: string;
}

/** Start time in clock ticks since boot, with the boot itself, so that a restart of the machine counts too. */
function linuxStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in parentheses and may hold anything; fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19] ?? ''}`;
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    timeout: 5000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function startTime(pid: number): string {
  try {
    if (process.platform === 'linux') return linuxStart(pid);
    if (process.platform === 'win32') {
      return run('powershell.exe', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]);
    }
    return run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  } catch {
    return '';
  }
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startTime(process.pid) };
}

function pidLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it belongs to somebody else.
    return systemCode(error) === 'EPERM';
  }
}

/** In doubt the owner lives: a wrong "dead" lets two processes write one journal, a wrong "alive" only asks the user. */
export function isAlive(owner: ProcessIdentity): boolean {
  if (!pidLives(owner.pid)) return false;
  const now = startTime(owner.pid);
  return owner.started === '' || now === '' || now === owner.started;
}
