#pragma once
#include "acl.h"
#include "host.h"
#include "ledger.h"
#include "setup_linux.h"
#include "walk.h"
