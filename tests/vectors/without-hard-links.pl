# Runs a program for which link(2) and linkat(2) answer EPERM, as they do on exFAT: a seccomp filter of this process, which what
# it becomes keeps. Linux on x86-64 or arm64; needs no rights.
#
#   perl without-hard-links.pl PROGRAM ARGUMENT…
use strict;
use warnings;
use POSIX ();

my $machine = (POSIX::uname())[4];
my %known = (
    # number of prctl, name of the architecture for seccomp, numbers of link and linkat
    x86_64  => [157, 0xC000003E, [86, 265]],
    aarch64 => [167, 0xC00000B7, [37]],
);
my $here = $known{$machine} or die "unknown machine $machine\n";
my ($prctl, $architecture, $calls) = @$here;
my ($set_no_new_privileges, $set_seccomp, $filter_mode) = (38, 22, 2);
my ($load, $equal, $return) = (0x20, 0x15, 0x06);
my ($allow, $refuse) = (0x7FFF0000, 0x00050000 | POSIX::EPERM());

my $count = @$calls;
my @program = ([$load, 0, 0, 4], [$equal, 0, $count + 1, $architecture], [$load, 0, 0, 0]);
for my $i (0 .. $count - 1) { push @program, [$equal, $count - $i, 0, $calls->[$i]] }
push @program, [$return, 0, 0, $allow], [$return, 0, 0, $refuse];
my $filter = join '', map { pack 'S C C L', @$_ } @program;
my $description = pack 'S x6 P', scalar(@program), $filter;

syscall($prctl, $set_no_new_privileges, 1, 0, 0, 0) == 0 or die "prctl: $!\n";
syscall($prctl, $set_seccomp, $filter_mode, $description, 0, 0) == 0 or die "seccomp: $!\n";
exec @ARGV or die "exec: $!\n";
