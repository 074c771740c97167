/*
 * embed: files to C. `embed NAME=PATH …` prints the table of base/embedded.h: each file's bytes,
 * its hash, and for NAME static/… its content type, its address, and what gzip makes of it.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct file {
	char *name, *path;
	size_t len, gzip_len;
	uint64_t hash;
};

static const char *type_of(const char *name)
{
	static const char *types[][2] = {
		{ ".css", "text/css; charset=utf-8" },
		{ ".js", "text/javascript; charset=utf-8" },
		{ ".svg", "image/svg+xml" },
		{ ".png", "image/png" },
		{ ".ico", "image/x-icon" },
		{ ".txt", "text/plain; charset=utf-8" },
		{ ".webmanifest", "application/manifest+json" },
	};
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof types / sizeof *types; i++)
		if (strcmp(dot, types[i][0]) == 0)
			return types[i][1];
	fprintf(stderr, "embed: no content type for %s\n", name);
	exit(1);
}

static unsigned char *read_all(FILE *f, const char *what, size_t *len)
{
	size_t room = 1 << 24;
	unsigned char *data = malloc(room);
	*len = f && data ? fread(data, 1, room, f) : 0;
	if (!f || !data || ferror(f) || *len == room) {
		fprintf(stderr, "embed: cannot read %s\n", what);
		exit(1);
	}
	return data;
}

/* A string literal compiles much faster than a list of numbers. */
static void print_bytes(const char *kind, size_t n, const unsigned char *data, size_t len)
{
	printf("static const unsigned char %s_%zu[] =\n\t\"", kind, n);
	for (size_t i = 0; i < len; i++) {
		if (data[i] < 32 || data[i] > 126 || strchr("\"\\?", data[i]))
			printf("\\%03o", data[i]);
		else
			putchar(data[i]);
		if (i % 64 == 63)
			printf("\"\n\t\"");
	}
	printf("\";\n");
}

static void embed(struct file *file, size_t n)
{
	FILE *f = fopen(file->path, "rb");
	unsigned char *data = read_all(f, file->path, &file->len);
	fclose(f);
	file->hash = 14695981039346656037u; /* FNV-1a */
	for (size_t i = 0; i < file->len; i++)
		file->hash = (file->hash ^ data[i]) * 1099511628211u;
	print_bytes("data", n, data, file->len);
	free(data);
	if (strncmp(file->name, "static/", 7) != 0)
		return;
	char command[1024];
	snprintf(command, sizeof command, "gzip -9nc '%s'", file->path);
	f = popen(command, "r");
	data = read_all(f, command, &file->gzip_len);
	if (pclose(f) != 0)
		exit(1);
	if (file->gzip_len > file->len * 9 / 10)
		file->gzip_len = 0;
	if (file->gzip_len)
		print_bytes("gzip", n, data, file->gzip_len);
	free(data);
}

static void print_row(const struct file *f, size_t n)
{
	printf("\t{ \"%s\", data_%zu, %zu, \"%016" PRIx64 "\"", f->name, n, f->len, f->hash);
	if (strncmp(f->name, "static/", 7) == 0) {
		const char *dot = strrchr(f->name, '.');
		printf(", \"%s\", \"/%.*s.%016" PRIx64 "%s\"", type_of(f->name),
			(int)(dot - f->name), f->name, f->hash, dot);
		if (f->gzip_len)
			printf(", gzip_%zu, %zu", n, f->gzip_len);
		else
			printf(", 0, 0");
	} else {
		printf(", 0, 0, 0, 0");
	}
	printf(" },\n");
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

int main(int argc, char **argv)
{
	size_t count = (size_t)argc - 1;
	struct file *files = calloc(count + 1, sizeof *files);
	for (size_t i = 0; i < count; i++) {
		char *equals = strchr(argv[i + 1], '=');
		if (!equals)
			return 2;
		*equals = 0;
		files[i] = (struct file){ .name = argv[i + 1], .path = equals + 1 };
	}
	qsort(files, count, sizeof *files, by_name);
	printf("/* Made by embed. */\n#include \"base/embedded.h\"\n");
	for (size_t i = 0; i < count; i++)
		embed(&files[i], i);
	printf("const struct embedded embedded_table[] = {\n");
	for (size_t i = 0; i < count; i++)
		print_row(&files[i], i);
	printf("};\nconst size_t embedded_count = %zu;\n", count);
	free(files);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
