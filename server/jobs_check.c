/* The check that follows a failed write, in a process of its own. */
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "jobs_inner.h"
#include "rules/check.h"

static void begin_check(struct check_job *j)
{
	char *words[] = { "tributary", "check", "--db", (char *)j->db_path, NULL };
	posix_spawn_file_actions_t to;
	int ends[2];
	if (pipe2(ends, O_CLOEXEC))
		return;
	posix_spawn_file_actions_init(&to);
	posix_spawn_file_actions_adddup2(&to, ends[1], STDOUT_FILENO);
	if (posix_spawn(&j->check, "/proc/self/exe", &to, NULL, words, environ))
		j->check = 0;
	posix_spawn_file_actions_destroy(&to);
	close(ends[1]);
	j->said = ends[0];
	if (!j->check)
		close(j->said);
}

/* It printed what differs; if it printed nothing it could not look (the disk is still full, say): a
 * check is made again later, and nothing is thrown away before. */
static void end_check(struct check_job *j, int status)
{
	char first;
	bool looked = read(j->said, &first, 1) == 1 && WIFEXITED(status);
	bool differs = looked && WEXITSTATUS(status) == 1;
	struct work w = jobs_work(j->install, j->arena);
	close(j->said);
	j->check = 0;
	log_event("check", "differs", !looked ? "not known" : differs ? "yes" : "no", NULL);
	bool again = !looked || (differs && check_begin_anew(&w) != DONE);
	j->due |= again;
	j->wait = !again ? 0 : j->wait ? j->wait * 2 : 5;
	j->wait = j->wait > 600 ? 600 : j->wait;
	j->at = clock_microseconds() / 1000000 + j->wait;
}

/* Memory or the disk failed inside a write: is the index still to be trusted? Counting everything
 * again may take long, so another process does it. */
int64_t jobs_check_when_hurt(struct check_job *j)
{
	int status = 0;
	int64_t done = 0;
	if (install_was_hurt(j->install)) {
		log_event("check", "why", "a write failed", NULL);
		j->due = true;
	}
	if (j->check && waitpid(j->check, &status, WNOHANG) == j->check) {
		end_check(j, status);
		done = 1;
	}
	if (!j->check && j->due && clock_microseconds() / 1000000 >= j->at) {
		j->due = false; /* what fails from here on wants another one */
		begin_check(j);
		j->due |= !j->check;
	}
	return done;
}

void jobs_check_stop(struct check_job *j)
{
	if (!j->check)
		return;
	kill(j->check, SIGKILL);
	waitpid(j->check, NULL, 0);
	close(j->said);
	unlink(check_copy(j->arena, j->db_path, j->check));
}
